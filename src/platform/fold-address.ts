/** An address in the one form that it is looked up and counted in, however it is spelt; judged nowhere here. */
export const foldAddress = (text: string): string =>
  // Lower-casing can leave a letter and an accent that belong together, so it is composed once more.
  text.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
