import type { InvoiceSettings } from '@portico/contract/invoices/settings.ts';

/** What holds until the owner says otherwise. */
export const defaultSettings: InvoiceSettings = {
  legalName: '', legalAddress: '', country: '', taxNumber: '', registration: '', bankDetails: '', footer: '',
  paymentDays: 14,
  pricesIncludeTax: false,
  invoiceSeries: { pattern: 'INV-{year}-{number}', digits: 4, yearly: true },
  creditNoteSeries: { pattern: 'CN-{year}-{number}', digits: 4, yearly: true },
  cancelledPaid: 'ask',
  reminderDays: [-3, 1, 7, 21],
  lateFee: { kind: 'none' },
};

export const withDefaults = (changed: Partial<InvoiceSettings> | undefined): InvoiceSettings => ({ ...defaultSettings, ...changed });
