import { tag, xmlFile, type Xml, type XmlContent } from '../../domain/xml.ts';
import type { EInvoice, ELine, ETax } from './en16931.ts';
import type { EParty } from './en16931-party.ts';

/**
 * UBL 2.1 syntax of EN 16931 (CEN/TS 16931-3-2), in the order that its schemas want. Invoices and credit notes are two
 * documents there, with names of their own for the same things.
 */
const names = {
  380: { root: 'Invoice', type: 'cbc:InvoiceTypeCode', line: 'cac:InvoiceLine', quantity: 'cbc:InvoicedQuantity' },
  381: { root: 'CreditNote', type: 'cbc:CreditNoteTypeCode', line: 'cac:CreditNoteLine', quantity: 'cbc:CreditedQuantity' },
} as const;
const oasis = 'urn:oasis:names:specification:ubl:schema:xsd:';

export function ublOf(invoice: EInvoice): string {
  const { root, type } = names[invoice.typeCode];
  return xmlFile(tag(root, [
    tag('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
    tag('cbc:ID', invoice.number),
    tag('cbc:IssueDate', invoice.issuedOn),
    // A credit note has no due date in UBL 2.1.
    invoice.typeCode === '380' && invoice.dueOn !== null && tag('cbc:DueDate', invoice.dueOn),
    tag(type, invoice.typeCode),
    tag('cbc:Note', invoice.note),
    tag('cbc:DocumentCurrencyCode', invoice.currency),
    tag('cac:OrderReference', tag('cbc:ID', invoice.orderReference)),
    tag('cac:BillingReference', tag('cac:InvoiceDocumentReference', tag('cbc:ID', invoice.preceding))),
    tag('cac:AccountingSupplierParty', partyOf(invoice.seller)),
    tag('cac:AccountingCustomerParty', partyOf(invoice.buyer)),
    tag('cac:PaymentTerms', tag('cbc:Note', invoice.terms)),
    taxTotal(invoice),
    totals(invoice),
    invoice.lines.map((line) => lineOf(line, invoice)),
  ], { xmlns: `${oasis}${root}-2`, 'xmlns:cac': `${oasis}CommonAggregateComponents-2`, 'xmlns:cbc': `${oasis}CommonBasicComponents-2` }));
}

const amount = (name: string, value: string, currency: string): Xml => tag(name, value, { currencyID: currency });

/** BG-4 to BG-6, BG-7 to BG-9. */
function partyOf(party: EParty): Xml {
  const [street = '', more = '', third = ''] = party.addressLines;
  const scheme = (id: string, code: string): Xml => tag('cac:PartyTaxScheme', id === '' ? '' : [tag('cbc:CompanyID', id), tag('cac:TaxScheme', tag('cbc:ID', code))]);
  return tag('cac:Party', [
    tag('cac:PostalAddress', [
      tag('cbc:StreetName', street), tag('cbc:AdditionalStreetName', more), tag('cac:AddressLine', tag('cbc:Line', third)), tag('cac:Country', tag('cbc:IdentificationCode', party.country)),
    ]),
    scheme(party.vatId, 'VAT'), scheme(party.taxNumber, 'FC'),
    tag('cac:PartyLegalEntity', [tag('cbc:RegistrationName', party.name), tag('cbc:CompanyID', party.legalId)]),
    tag('cac:Contact', [tag('cbc:Telephone', party.phone), tag('cbc:ElectronicMail', party.email)]),
  ]);
}

/** BG-22 in part, BG-23. */
const taxTotal = ({ taxes, taxTotal: sum, currency }: EInvoice): Xml => tag('cac:TaxTotal', [
  amount('cbc:TaxAmount', sum, currency),
  taxes.map((tax) => tag('cac:TaxSubtotal', [
    amount('cbc:TaxableAmount', tax.base, currency), amount('cbc:TaxAmount', tax.amount, currency), tag('cac:TaxCategory', categoryOf(tax)),
  ])),
]);

/** BT-118 to BT-121. */
const categoryOf = ({ category, rate, reason }: ETax): XmlContent => [
  tag('cbc:ID', category), tag('cbc:Percent', rate), tag('cbc:TaxExemptionReasonCode', reason?.code ?? ''), tag('cbc:TaxExemptionReason', reason?.text ?? ''), tag('cac:TaxScheme', tag('cbc:ID', 'VAT')),
];

/** BG-22. */
const totals = ({ netTotal, grandTotal, currency }: EInvoice): Xml => tag('cac:LegalMonetaryTotal', [
  amount('cbc:LineExtensionAmount', netTotal, currency), amount('cbc:TaxExclusiveAmount', netTotal, currency),
  amount('cbc:TaxInclusiveAmount', grandTotal, currency), amount('cbc:PayableAmount', grandTotal, currency),
]);

/** BG-25 to BG-31. */
function lineOf(line: ELine, { typeCode, currency }: EInvoice): Xml {
  const { line: name, quantity } = names[typeCode];
  return tag(name, [
    tag('cbc:ID', line.id), tag(quantity, line.quantity, { unitCode: 'C62' }), amount('cbc:LineExtensionAmount', line.net, currency),
    line.allowance !== null && tag('cac:AllowanceCharge', [tag('cbc:ChargeIndicator', 'false'), tag('cbc:AllowanceChargeReason', 'Discount'), amount('cbc:Amount', line.allowance, currency)]),
    tag('cac:Item', [
      tag('cbc:Name', line.name), tag('cac:ClassifiedTaxCategory', [tag('cbc:ID', line.category), tag('cbc:Percent', line.rate), tag('cac:TaxScheme', tag('cbc:ID', 'VAT'))]),
    ]),
    tag('cac:Price', amount('cbc:PriceAmount', line.unitPrice, currency)),
  ]);
}
