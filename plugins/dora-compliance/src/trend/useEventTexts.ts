import type {
  ControlsAnnotation,
  Day,
  GapAnnotation,
  RiskAnnotation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { type Translate, useTranslation } from '../translation/useTranslation';
import type { TrendEvent } from './trendEvents';

type FormatDay = (day: Day) => string;

/** Says what happened, in a word and in sentences. */
export function useEventTexts() {
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  return {
    describe: ({ annotation, isClosing }: TrendEvent): string => {
      switch (annotation.kind) {
        case 'controls':
          return describeControls(annotation, t);
        case 'risk':
          return describeRisk(annotation, t);
        default:
          return isClosing
            ? describeClosing(annotation, t, formatDay)
            : describeGap(annotation, t, formatDay);
      }
    },
    /** A word for a marker: for one event its kind, for several how many. */
    nameCluster: (events: readonly TrendEvent[]): string => {
      const [first] = events;
      return first && events.length === 1
        ? t(`trend.event.word.${first.annotation.kind}`)
        : t('trend.event.several', { count: events.length });
    },
  };
}

function describeControls(found: ControlsAnnotation, t: Translate): string {
  const { amount, controls, change } = found;
  const more = amount - controls.length;
  const names = controls.map(({ code, title }) =>
    amount === 1 && title ? `${code} ${title}` : code,
  );
  return t(`trend.event.controls.${change}`, {
    count: amount,
    names: t('joined', {
      parts:
        more > 0 ? [...names, t('trend.event.more', { count: more })] : names,
    }),
  });
}

function describeGap(
  gap: GapAnnotation,
  t: Translate,
  formatDay: FormatDay,
): string {
  const { cause, targets, closed } = gap;
  return joinSentences([
    describeTime(gap, t, formatDay),
    t(`trend.event.cause.${cause}`),
    targets && t('trend.event.targets', { count: targets }),
    closed && t('trend.event.closed', { day: formatDay(closed) }),
  ]);
}

function describeTime(
  { source, day, until }: GapAnnotation,
  t: Translate,
  formatDay: FormatDay,
): string {
  const named = { source: source.title ?? source.id, from: formatDay(day) };
  if (until === undefined) {
    return t('trend.event.gap.lasting', named);
  }
  return until === day
    ? t('trend.event.gap.day', named)
    : t('trend.event.gap.period', { ...named, until: formatDay(until) });
}

function describeClosing(
  { source, day }: GapAnnotation,
  t: Translate,
  formatDay: FormatDay,
): string {
  return t('trend.event.closing', {
    source: source.title ?? source.id,
    from: formatDay(day),
  });
}

function describeRisk(
  { accepted, ended }: RiskAnnotation,
  t: Translate,
): string {
  return joinSentences([
    accepted > 0 && t('trend.event.accepted', { count: accepted }),
    ended > 0 && t('trend.event.ended', { count: ended }),
  ]);
}

function joinSentences(
  sentences: readonly (string | false | 0 | undefined)[],
): string {
  return sentences.filter(Boolean).join(' ');
}
