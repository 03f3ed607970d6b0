import type { timeMessages as english } from '../timeMessages';
import type { Translated } from '../flattenMessages';

export const timeMessages: Translated<typeof english> = {
  exact:
    '{{moment, datetime(year: numeric; month: short; day: numeric; hour: 2-digit; minute: 2-digit; hourCycle: h23; timeZoneName: short)}}',
  day: '{{moment, datetime(dateStyle: medium; timeZone: UTC)}}',
  withExact: '{{ago}} ({{exact}})',
  justNow: 'gerade eben',
  ago: {
    year: '{{amount, relativetime(year)}}',
    month: '{{amount, relativetime(month)}}',
    day: '{{amount, relativetime(day)}}',
    hour: '{{amount, relativetime(hour)}}',
    minute: '{{amount, relativetime(minute)}}',
  },
  length: {
    year: '{{amount, number(style: unit; unit: year; unitDisplay: short)}}',
    month: '{{amount, number(style: unit; unit: month; unitDisplay: short)}}',
    week: '{{amount, number(style: unit; unit: week; unitDisplay: short)}}',
    day: '{{amount, number(style: unit; unit: day; unitDisplay: short)}}',
    hour: '{{amount, number(style: unit; unit: hour; unitDisplay: short)}}',
    minute: '{{amount, number(style: unit; unit: minute; unitDisplay: short)}}',
    second: '{{amount, number(style: unit; unit: second; unitDisplay: short)}}',
    millisecond:
      '{{amount, number(style: unit; unit: millisecond; unitDisplay: short)}}',
  },
};
