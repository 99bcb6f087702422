export const billingFields = ['name', 'address', 'country', 'taxNumber', 'poNumber'] as const;
export type BillingField = (typeof billingFields)[number];
