/** What the hosted page says itself; everything else is said by the elements in it. */
export interface HostedWords {
  readonly withoutScript: string;
  readonly failed: string;
  /** Not on the screen: what the second part of the page is. */
  readonly account: string;
}

const words: Readonly<Record<string, HostedWords>> = {
  en: { withoutScript: 'Booking online needs JavaScript. You can also reach us directly:', failed: 'Booking online is not working right now. You can reach us directly:', account: 'Your account' },
  de: { withoutScript: 'Online buchen geht nur mit JavaScript. Sie erreichen uns auch direkt:', failed: 'Online buchen geht gerade nicht. Sie erreichen uns direkt:', account: 'Ihr Konto' },
  fr: { withoutScript: 'La réservation en ligne a besoin de JavaScript. Vous pouvez aussi nous joindre directement :', failed: 'La réservation en ligne ne fonctionne pas pour le moment. Vous pouvez nous joindre directement :', account: 'Votre compte' },
  es: { withoutScript: 'Para reservar en línea hace falta JavaScript. También puede contactarnos directamente:', failed: 'La reserva en línea no funciona en este momento. Puede contactarnos directamente:', account: 'Su cuenta' },
  pt: { withoutScript: 'Para marcar online é preciso JavaScript. Também pode falar connosco diretamente:', failed: 'A marcação online não está a funcionar neste momento. Pode falar connosco diretamente:', account: 'A sua conta' },
  ar: { withoutScript: 'يحتاج الحجز عبر الإنترنت إلى JavaScript. يمكنك أيضًا التواصل معنا مباشرة:', failed: 'الحجز عبر الإنترنت لا يعمل الآن. يمكنك التواصل معنا مباشرة:', account: 'حسابك' },
};

/** In the business's language where we speak it, else in English; `lang` tells the browser which it is. */
export function hostedWords(lang: string): HostedWords & { readonly lang: string } {
  const known = words[lang.split('-')[0] ?? ''];
  return known ? { ...known, lang } : { ...words['en'] as HostedWords, lang: 'en' };
}
