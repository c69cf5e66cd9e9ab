export const sensitivity = { key: "sensitivity", word: "Sensitivity", fits: () => false, unfit: "…" };
