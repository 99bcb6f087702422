/** The form in which names and addresses are searched: lower case, without accents. */
export const searchForm = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();

/** One mailbox, one form: providers differ on the local part, so only case is folded. */
export const emailForm = (address: string): string => address.trim().toLowerCase();
