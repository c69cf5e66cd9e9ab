export function compare(place) { place.textContent = ""; }
