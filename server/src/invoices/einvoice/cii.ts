import { tag, xmlFile, type Xml } from '../../domain/xml.ts';
import type { EInvoice, ELine, ETax } from './en16931.ts';
import type { EParty } from './en16931-party.ts';

const unece = 'urn:un:unece:uncefact:';

/** UN/CEFACT CII D16B syntax of EN 16931 (CEN/TS 16931-3-3), as Factur-X 1.0 embeds it in the profile EN 16931. */
export function ciiOf(invoice: EInvoice): string {
  return xmlFile(tag('rsm:CrossIndustryInvoice', [
    tag('rsm:ExchangedDocumentContext', tag('ram:GuidelineSpecifiedDocumentContextParameter', tag('ram:ID', 'urn:cen.eu:en16931:2017'))),
    tag('rsm:ExchangedDocument', [
      tag('ram:ID', invoice.number), tag('ram:TypeCode', invoice.typeCode), tag('ram:IssueDateTime', dateOf(invoice.issuedOn)), tag('ram:IncludedNote', tag('ram:Content', invoice.note)),
    ]),
    tag('rsm:SupplyChainTradeTransaction', [invoice.lines.map(lineOf), agreement(invoice), { xml: '<ram:ApplicableHeaderTradeDelivery/>' }, settlement(invoice)]),
  ], { 'xmlns:rsm': `${unece}data:standard:CrossIndustryInvoice:100`, 'xmlns:ram': `${unece}data:standard:ReusableAggregateBusinessInformationEntity:100`, 'xmlns:udt': `${unece}data:standard:UnqualifiedDataType:100` }));
}

/** Format 102 of UNTDID 2379: 20261127. */
const dateOf = (date: string): Xml => tag('udt:DateTimeString', date.replaceAll('-', ''), { format: '102' });

/** BG-25. */
const lineOf = (line: ELine): Xml => tag('ram:IncludedSupplyChainTradeLineItem', [
  tag('ram:AssociatedDocumentLineDocument', tag('ram:LineID', line.id)),
  tag('ram:SpecifiedTradeProduct', tag('ram:Name', line.name)),
  tag('ram:SpecifiedLineTradeAgreement', tag('ram:NetPriceProductTradePrice', tag('ram:ChargeAmount', line.unitPrice))),
  tag('ram:SpecifiedLineTradeDelivery', tag('ram:BilledQuantity', line.quantity, { unitCode: 'C62' })),
  tag('ram:SpecifiedLineTradeSettlement', [
    tag('ram:ApplicableTradeTax', [tag('ram:TypeCode', 'VAT'), tag('ram:CategoryCode', line.category), tag('ram:RateApplicablePercent', line.rate)]),
    line.allowance !== null && tag('ram:SpecifiedTradeAllowanceCharge', [
      tag('ram:ChargeIndicator', tag('udt:Indicator', 'false')), tag('ram:ActualAmount', line.allowance), tag('ram:Reason', 'Discount'),
    ]),
    tag('ram:SpecifiedTradeSettlementLineMonetarySummation', tag('ram:LineTotalAmount', line.net)),
  ]),
]);

/** BG-4, BG-7, BT-13. */
const agreement = ({ seller, buyer, orderReference }: EInvoice): Xml => tag('ram:ApplicableHeaderTradeAgreement', [
  tag('ram:SellerTradeParty', partyOf(seller)), tag('ram:BuyerTradeParty', partyOf(buyer)),
  tag('ram:BuyerOrderReferencedDocument', tag('ram:IssuerAssignedID', orderReference)),
]);

function partyOf(party: EParty): Xml[] {
  const [one = '', two = '', three = ''] = party.addressLines;
  return [
    tag('ram:Name', party.name),
    tag('ram:SpecifiedLegalOrganization', tag('ram:ID', party.legalId)),
    tag('ram:DefinedTradeContact', [
      tag('ram:TelephoneUniversalCommunication', tag('ram:CompleteNumber', party.phone)), tag('ram:EmailURIUniversalCommunication', tag('ram:URIID', party.email)),
    ]),
    tag('ram:PostalTradeAddress', [tag('ram:LineOne', one), tag('ram:LineTwo', two), tag('ram:LineThree', three), tag('ram:CountryID', party.country)]),
    tag('ram:SpecifiedTaxRegistration', tag('ram:ID', party.vatId, { schemeID: 'VA' })),
    tag('ram:SpecifiedTaxRegistration', tag('ram:ID', party.taxNumber, { schemeID: 'FC' })),
  ];
}

/** BG-19 to BG-23. */
const settlement = (invoice: EInvoice): Xml => tag('ram:ApplicableHeaderTradeSettlement', [
  tag('ram:InvoiceCurrencyCode', invoice.currency),
  invoice.taxes.map(taxOf),
  tag('ram:SpecifiedTradePaymentTerms', [tag('ram:Description', invoice.terms), invoice.dueOn !== null && tag('ram:DueDateDateTime', dateOf(invoice.dueOn))]),
  tag('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
    tag('ram:LineTotalAmount', invoice.netTotal), tag('ram:TaxBasisTotalAmount', invoice.netTotal), tag('ram:TaxTotalAmount', invoice.taxTotal, { currencyID: invoice.currency }),
    tag('ram:GrandTotalAmount', invoice.grandTotal), tag('ram:DuePayableAmount', invoice.grandTotal),
  ]),
  tag('ram:InvoiceReferencedDocument', tag('ram:IssuerAssignedID', invoice.preceding)),
]);

const taxOf = ({ category, rate, base, amount, reason }: ETax): Xml => tag('ram:ApplicableTradeTax', [
  tag('ram:CalculatedAmount', amount), tag('ram:TypeCode', 'VAT'), tag('ram:ExemptionReason', reason?.text ?? ''), tag('ram:BasisAmount', base), tag('ram:CategoryCode', category),
  tag('ram:ExemptionReasonCode', reason?.code ?? ''), tag('ram:RateApplicablePercent', rate),
]);
