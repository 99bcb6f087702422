/** Changes with every change of a word below: a consent names the words that were read. */
export const consentVersion = '2026-11';

const words: Readonly<Record<string, string>> = {
  en: 'From now on, pay “{plan}” automatically: {amount} {every}. {business} keeps this card with its payment provider for that alone, and tells me before the amount changes. I can stop it here at any time.',
  de: '„{plan}“ ab jetzt automatisch bezahlen: {amount} {every}. {business} lässt dafür, und nur dafür, diese Karte beim Zahlungsanbieter aufbewahren und sagt mir Bescheid, bevor sich der Betrag ändert. Ich kann das hier jederzeit beenden.',
  fr: 'Désormais, payer « {plan} » automatiquement : {amount} {every}. Pour cela seulement, {business} fait garder cette carte par son prestataire de paiement, et me prévient avant que le montant change. Je peux y mettre fin ici à tout moment.',
  es: 'A partir de ahora, pagar «{plan}» automáticamente: {amount} {every}. Solo para eso, {business} hace guardar esta tarjeta en su proveedor de pagos y me avisa antes de que cambie el importe. Puedo ponerle fin aquí en cualquier momento.',
  pt: 'A partir de agora, pagar “{plan}” automaticamente: {amount} {every}. Só para isso, {business} mantém este cartão guardado no seu prestador de pagamentos e avisa-me antes de o valor mudar. Posso parar aqui a qualquer momento.',
  ar: 'من الآن فصاعدًا، ادفع «{plan}» تلقائيًا: {amount} {every}. لهذا الغرض وحده تحفظ {business} هذه البطاقة لدى مزوّد خدمة الدفع، وتُعلمني قبل أن يتغيّر المبلغ. يمكنني إيقاف ذلك هنا في أي وقت.',
};

export interface ConsentFacts {
  readonly plan: string;
  readonly amount: string;
  readonly every: string;
  readonly business: string;
}

export const consentText = (lang: string, facts: ConsentFacts): string =>
  (words[lang.split('-')[0] ?? ''] ?? words['en'] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => facts[name as keyof ConsentFacts] ?? whole);
