const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether a currency of this ISO 4217 code exists, in capital letters. */
export const isCurrency = (code: string): boolean => currencies.has(code);
