/** The tags without their prefix, which are also the names of their modules. The build refuses a list that is not whole. */
export const elementNames = ['bookings', 'documents', 'invoices', 'login'] as const;
export type ElementName = (typeof elementNames)[number];
