export function model(root) { root.textContent = 'model'; }
