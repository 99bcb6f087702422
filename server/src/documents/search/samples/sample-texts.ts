/** What stands in the files of `files/`: the script that made them and the tests that look into them know it from here. */
export interface Sample {
  readonly lang: string;
  readonly title: string;
  readonly text: string;
  /** As somebody would type it: no accents, no capitals, another way of writing. */
  readonly asked: readonly string[];
  /** By what a scan of it is found: reading pictures makes mistakes. */
  readonly scanned: readonly string[];
  /** A word that the passage must show, as it is written. */
  readonly shown: string;
}

export const samples: readonly Sample[] = [
  {
    lang: 'en', title: 'Quarterly report Q3', shown: 'efficient',
    text: 'The harbour café kept an efficient office in the third quarter: five offers, a fluent staff and a first waf\u00adfle on the house. Its perform\u00adance was better than hoped.',
    asked: ['"kept an EFFICIENT office"', '"five offers"', '"performance was better"', '"harbour cafe"'],
    scanned: ['"kept an EFFICIENT office"', '"performance was better"', '"harbour cafe"'],
  },
  {
    lang: 'de', title: 'Bericht zum dritten Quartal', shown: 'überquerten',
    text: 'Die Graureiher überquerten die Flussmündung vor Tages\u00adanbruch. Die Schifffahrts\u00adgesellschaft in der Größlerstraße bittet um Zahlung der offenen Rechnung.',
    asked: ['"graureiher uberquerten die"', '"vor tagesanbruch"', '"Schifffahrtsgesellschaft in der grösslerstrasse"', 'rechnungen'],
    scanned: ['"graureiher uberquerten die"', '"vor tagesanbruch"', 'rechnungen'],
  },
  {
    lang: 'fr', title: 'Rapport du troisième trimestre', shown: 'cendrés',
    text: 'Les hérons cendrés traversèrent l’estuaire à l’aube. Le règlement de la facture ci-jointe est attendu à réception ; le chef-d’œuvre du maçon est achevé.',
    asked: ['"herons cendres traverserent"', "\"l'estuaire a l'aube\"", '"CHEF-D’OEUVRE du macon"', 'factures'],
    scanned: ['"herons cendres traverserent"', "\"l'estuaire a l'aube\"", 'factures'],
  },
  {
    lang: 'ar', title: 'تقرير الربع الثالث', shown: 'البلشون',
    text: 'عبرت طيور البلشون مصب النهر قبل الفجر بقليل، وتم سداد الفاتورة رقم 417 المتأخرة. لا إله في الأوراق سوى أرقام ٢٠٢٦.',
    asked: ['"طيور البلشون مصب"', '"سداد الفاتوره رقم ٤١٧"', '"عَبَرَتْ طُيُور"', '"الاوراق سوى ارقام 2026"'],
    scanned: ['"طيور البلشون مصب"', '"سداد الفاتوره رقم ٤١٧"'],
  },
  {
    lang: 'ja', title: '第三四半期報告書', shown: '夜',
    text: '青鷺は夜明け前に河口を渡りました。未払いの請求書はありません。ガラスの修理代は、２０２６年五月に支払われました。',
    asked: ['夜明け前', '請求書はありません', 'ガラスの修理', '2026年五月'],
    scanned: ['夜明け前', '請求書はありません'],
  },
];

/** Cells as they are shown: in a German and an English sheet the same values. */
export const cells = [
  { asked: '"1.284,50"', shown: '1,284.50' }, { asked: '"30.11.2026"', shown: '30.11.2026' }, { asked: '"14:05"', shown: '14:05' }, { asked: '"12,5 %"', shown: '12.5' }, { asked: '"2026-12-24"', shown: '2026-12-24' },
] as const;
