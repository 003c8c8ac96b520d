// Numbers as TagHelpers/Formats.cs writes them: true minus, no-break space before a unit, a narrow one before %.
const space = '\u00A0';
const narrow = '\u202F';

const words = {
  de: { thousand: `${space}Tsd.`, million: `${space}Mio.`, billion: `${space}Mrd.`, day: 'T.' },
  en: { thousand: 'k', million: 'm', billion: 'bn', day: 'd' },
};

export function formatsOf({ culture, unit, currency }) {
  const word = words[culture.slice(0, 2)] ?? words.en;
  const written = (value, decimals) => new Intl.NumberFormat(culture, {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  }).format(value).replace('-', '\u2212');

  const compact = value => {
    const size = Math.abs(value);
    if (size >= 999_950_000) return written(value / 1e9, 1) + word.billion;
    if (size >= 999_500) return trimmed(value / 1e6) + word.million;
    if (size >= 1_000) return trimmed(value / 1e3) + word.thousand;
    return written(value, Number.isInteger(value) ? 0 : 2);
  };

  const trimmed = value => written(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);

  const units = {
    money: { short: compact, long: value => money(value, 2) },
    share: { short: value => written(value * 100, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1) + narrow + '%', long: value => written(value * 100, 1) + narrow + '%' },
    days: { short: compact, long: value => written(value, Number.isInteger(value) ? 0 : 1) + space + word.day },
    ratio: { short: value => written(value, 2), long: value => written(value, 2) },
    count: { short: compact, long: value => written(value, Number.isInteger(value) ? 0 : 1) },
  };

  const money = (value, decimals) => {
    const parts = new Intl.NumberFormat(culture, {
      style: 'currency', currency: currency ?? 'EUR', currencyDisplay: 'narrowSymbol', minimumFractionDigits: decimals, maximumFractionDigits: decimals,
    }).format(value);
    return parts.replace('-', '\u2212').replace(/^(\u2212?€)/, `$1${space}`).replace(/[\s\u00A0\u202F]+/g, space);
  };

  const { short, long } = units[unit] ?? units.count;

  return { short, long, signed: value => (value > 0 ? '+' : '') + short(value), label: monthsOf(culture), count: units.count.short };
}

// "2024-07" becomes "Jul 2024" in full and, on an axis, "Jul" with the year at January and at the start.
function monthsOf(culture) {
  const full = new Intl.DateTimeFormat(culture, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(culture, { month: 'short', timeZone: 'UTC' });

  return (label, { brief = false } = {}) => {
    if (!/^\d{4}-\d{2}$/.test(label)) return label;
    const date = new Date(`${label}-01T00:00:00Z`);
    return (brief && date.getUTCMonth() !== 0 ? short : full).format(date);
  };
}
