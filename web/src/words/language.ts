/** The language of these texts, as `Intl` knows it. */
export const language = 'en';
