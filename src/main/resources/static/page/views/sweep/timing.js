export function timing(place) { place.textContent = ""; }
