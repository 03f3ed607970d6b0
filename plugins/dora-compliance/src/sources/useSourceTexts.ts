import type { SourceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { type Translate, useTranslation } from '../translation/useTranslation';

/** The backend's own sources, whose names are translated. */
const OWN = ['catalog', 'people'] as const;

/** The name of a source for people. */
export function nameSource(
  { id, title }: Pick<SourceView, 'id' | 'title'>,
  t: Translate,
): string {
  const own = OWN.find(name => name === id);
  return own ? t(`source.name.${own}`) : title ?? id;
}

/** Whether a source neither receives nor collects. */
export function isOff({ state }: SourceView): boolean {
  return state === 'off' || state === 'misconfigured';
}

/** Whether a source is a CI system from which evidence has arrived. */
export function hasEvidenceOfCi(source: SourceView): boolean {
  return (
    !OWN.some(id => id === source.id) &&
    (source.lastReceivedAt !== undefined ||
      (!isOff(source) && source.state !== 'never-heard'))
  );
}

/** Describes figures of a source. */
export function useSourceTexts() {
  const { t } = useTranslation();
  const { formatMilliseconds } = useTimeFormat();
  return {
    /** How documents arrive from a source that is on. */
    describeKinds: ({ receives, collects }: SourceView['kinds']): string => {
      if (receives) {
        return collects ? t('source.kind.both') : t('source.kind.receives');
      }
      return collects ? t('source.kind.collects') : t('source.kind.internal');
    },
    describeLag: ({ waiting, recorded }: SourceView['lag']): string => {
      const parts: string[] = [];
      if (recorded !== undefined) {
        const length = formatMilliseconds(recorded);
        parts.push(t('source.lagRecorded', { length }));
      }
      if (waiting !== undefined) {
        const length = formatMilliseconds(waiting);
        parts.push(t('source.lagWaiting', { length }));
      }
      return parts.length === 0
        ? t('source.unknownValue')
        : t('joined', { parts });
    },
    /** How far the clock of a source is from ours, in milliseconds. */
    describeClockSkew: (skew: number): string => {
      if (skew === 0) {
        return t('source.none');
      }
      const length = formatMilliseconds(Math.abs(skew));
      return skew < 0
        ? t('source.clockBehind', { length })
        : t('source.clockAhead', { length });
    },
  };
}
