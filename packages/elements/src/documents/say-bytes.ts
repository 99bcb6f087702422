const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `25 MB`: a limit as people know it. Rounded down, so that what is promised fits. */
export function sayBytes(bytes: number, lang: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : [lang, 'en-GB'], { style: 'unit', unit: units[step] as string, maximumFractionDigits: 0 }).format(Math.floor(bytes / 1024 ** step));
}
