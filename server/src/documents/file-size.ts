const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const formats = new Map<string, Intl.NumberFormat>();
const mostKept = 200;

/** "1.2 MB" in the reader's language; as large units as make sense, two digits that count. */
export function fileSize(bytes: number, lang: string): string {
  const step = Math.min(steps.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  return formatOf(lang, steps[step] ?? 'byte', amount < 10 && step > 0 ? 1 : 0).format(amount);
}

function formatOf(lang: string, unit: string, digits: number): Intl.NumberFormat {
  const key = `${lang} ${unit} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    if (formats.size >= mostKept) formats.clear();
    formats.set(key, (format = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: digits })));
  }
  return format;
}
