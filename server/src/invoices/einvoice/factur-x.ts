import type { InvoiceRow } from '../invoice-store.ts';
import { ciiOf } from './cii.ts';
import { eInvoiceOf, whyNotElectronic } from './en16931.ts';

export interface FacturX {
  readonly name: string;
  readonly content: Buffer;
  /** What the PDF's XMP says of it (Factur-X 1.0, section 6.2.2). */
  readonly xmp: string;
}

/** What makes an invoice's PDF a Factur-X; undefined where EN 16931 cannot tell the invoice. */
export function facturXOf(row: InvoiceRow, preceding: string | null): FacturX | undefined {
  if (whyNotElectronic(row) !== undefined) return undefined;
  return { name: 'factur-x.xml', content: Buffer.from(ciiOf(eInvoiceOf(row, preceding))), xmp };
}

const property = (name: string, what: string): string => `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>`
  + `<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${what}</pdfaProperty:description></rdf:li>`;

// PDF/A wants every foreign property described by an extension schema, ISO 19005-3, 6.6.2.3.
const xmp = `
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>${property('DocumentFileName', 'The name of the embedded XML document')}${property('DocumentType', 'The type of the hybrid document')}${property('Version', 'The version of the standard')}${property('ConformanceLevel', 'The conformance level of the embedded XML')}</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
<fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
</rdf:Description>`;
