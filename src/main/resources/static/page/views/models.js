export function models(root) { root.textContent = 'models'; }
