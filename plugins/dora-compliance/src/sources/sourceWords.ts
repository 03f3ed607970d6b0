import type {
  BackfillState,
  GapView,
  SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  formatMilliseconds,
  type Tone,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';

const names: Readonly<Record<string, string>> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  jenkins: 'Jenkins',
  'azure-devops': 'Azure DevOps',
  cdevents: 'CDEvents',
  catalog: 'Catalog',
  people: 'People',
};

/** The name of a source for people. */
export function nameOf({ id, title }: Pick<SourceView, 'id' | 'title'>) {
  return title ?? names[id] ?? id;
}

/** Whether a source neither receives nor collects. */
export function isOff({ state }: SourceView): boolean {
  return state === 'off' || state === 'misconfigured';
}

/** How documents come from a source that is on. */
export function kindWords({ receives, collects }: SourceView['kinds']): string {
  const ways = [
    ...(receives ? ['sends webhooks'] : []),
    ...(collects ? ['is collected'] : []),
  ];
  return ways.join(' and ') || 'is read from this Backstage';
}

/** What made a gap. */
export const causeWords: Readonly<Record<GapView['cause'], string>> = {
  'receiver-down': 'The backend was down',
  'source-off': 'The source was off or could not push',
  'collector-silent': 'Collecting failed',
  'deliveries-missed': 'Deliveries were missed',
  'deliveries-refused': 'Deliveries could not be kept',
};

/** How far a back-fill is, and how grave that is. */
export const backfillWords: Readonly<
  Record<BackfillState, { words: string; tone: Tone }>
> = {
  waiting: { words: 'Waiting', tone: 'neutral' },
  running: { words: 'Running', tone: 'info' },
  done: { words: 'Done', tone: 'success' },
  incomplete: { words: 'Incomplete', tone: 'warning' },
  failed: { words: 'Failed', tone: 'danger' },
};

/** A number of things in words. */
export function many(count: number, thing: string): string {
  const number = count.toLocaleString('en-US');
  return `${number} ${thing}${count === 1 ? '' : 's'}`;
}

/** How far the clock of a source is from ours, in milliseconds, in words. */
export function skewWords(skew: number): string {
  if (skew === 0) {
    return 'none';
  }
  const length = formatMilliseconds(Math.abs(skew));
  return skew < 0 ? `${length} behind ours` : `${length} ahead of ours`;
}
