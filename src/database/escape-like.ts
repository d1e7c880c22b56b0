/** A pattern that a text matches itself and no other does (PostgreSQL documentation, LIKE). */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (special) => `\\${special}`);
