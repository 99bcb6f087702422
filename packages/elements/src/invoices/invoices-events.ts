/** Invoices that somebody is about to pay, or is paying. */
export interface PaymentDetail {
  readonly invoiceIds: readonly string[];
  /** In minor units: cents. */
  readonly amountMinor: number;
  readonly currency: string;
}

declare module '../base/portal-events.ts' {
  interface PortalEventDetails {
    'portal-before-pay': PaymentDetail;
    'portal-payment-started': PaymentDetail & { readonly attemptId: string };
    'portal-payment-succeeded': PaymentDetail & { readonly attemptId: string };
    'portal-package-ordered': { readonly packageId: string; readonly productId: string; readonly invoiceId: string };
    'portal-invoice-question': { readonly invoiceId: string };
  }
}
