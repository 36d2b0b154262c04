import { floorDivided, type Scale } from './scale.ts';

const day = 86_400_000_000n;

/** As PostgreSQL prints a date or a timestamp; null where it has no room then. Infinity stays. */
export function timeStandIn(text: string, scale: Scale): string | null {
  const time = /^(\d{4,})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(\+00)?)?( BC)?$/.exec(text);
  if (time === null) return /^-?infinity$/.test(text) ? text : null;
  const [, year, month, date, hours, minutes, seconds, fraction = '', zone = '', era] = time;
  const days = daysOf(era === undefined ? Number(year) : 1 - Number(year), Number(month), Number(date));
  const ofDay = hours === undefined ? 0n : microseconds(hours, minutes, seconds, fraction);
  const moved = floorDivided((BigInt(days) * day + ofDay) * scale.thousandths, 1000n) + scale.offset * day;
  const onDay = floorDivided(moved, day);
  if (onDay < -2_400_000n || onDay > 100_000_000n) return null;
  const printed = printedDay(Number(onDay));
  const clock = hours === undefined ? '' : ` ${clockOf(moved - onDay * day)}${zone}`;
  return `${printed.date}${clock}${printed.era}`;
}

/** A time of the day, which can only become earlier. */
export function clockStandIn(text: string, { thousandths }: Scale): string | null {
  const time = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?$/.exec(text);
  if (time === null) return null;
  const [, hours, minutes, seconds, fraction = ''] = time;
  return clockOf((microseconds(hours, minutes, seconds, fraction) * thousandths) / 1000n);
}

/** A span of time by its length, to which months and days count as when PostgreSQL compares them. */
export function intervalStandIn(text: string, { thousandths }: Scale): string | null {
  let length = 0n;
  const rest = text.replaceAll(/([+-]?\d+) (year|mon|day)s?/g, (_, count: string, unit: string) => {
    length += BigInt(count) * (unit === 'year' ? 360n : unit === 'mon' ? 30n : 1n) * day;
    return '';
  });
  const clock = /^([+-]?)(\d+):(\d\d):(\d\d)(?:\.(\d{1,6}))?$/.exec(rest.trim());
  if (clock === null && rest.trim() !== '') return null;
  if (clock !== null) {
    const [, sign, hours, minutes, seconds, fraction = ''] = clock;
    const part = microseconds(hours, minutes, seconds, fraction);
    length += sign === '-' ? -part : part;
  }
  const scaled = (length * thousandths) / 1000n;
  return scaled < -(2n ** 62n) || scaled > 2n ** 62n ? null : `${scaled} microseconds`;
}

function microseconds(hours = '0', minutes = '0', seconds = '0', fraction = ''): bigint {
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
}

function clockOf(ofDay: bigint): string {
  const seconds = Number(ofDay / 1_000_000n);
  const fraction = ofDay % 1_000_000n;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return fraction === 0n ? clock : `${clock}.${String(fraction).padStart(6, '0')}`;
}

/** Days since 1 March 2000, in the calendar that PostgreSQL uses for all times. */
function daysOf(year: number, month: number, date: number): number {
  const shifted = (month < 3 ? year - 1 : year) - 2000;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + ofYear;
}

function printedDay(days: number): { readonly date: string; readonly era: string } {
  const cycle = Math.floor(days / 146_097);
  const ofCycle = days - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (ofCycle - Math.floor(ofCycle / 1460) + Math.floor(ofCycle / 36_524) - Math.floor(ofCycle / 146_096)) / 365,
  );
  const ofYear = ofCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfCycle + cycle * 400 + 2000 + (month < 3 ? 1 : 0);
  const shown = year > 0 ? year : 1 - year;
  const two = (part: number): string => String(part).padStart(2, '0');
  return { date: `${String(shown).padStart(4, '0')}-${two(month)}-${two(date)}`, era: year > 0 ? '' : ' BC' };
}
