export function newSweep(root) { root.textContent = 'newSweep'; }
