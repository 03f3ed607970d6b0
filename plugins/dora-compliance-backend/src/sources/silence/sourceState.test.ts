import type { SourceFigures } from './KnexSourceFigures';
import { inEnglish } from '../../read/inEnglish';
import { at } from '../../testing/samples';
import { sourceState } from './sourceState';

const none = { received: 0, rejected: 0, partial: 0, waiting: 0 };
const noTargets = {
  all: 0,
  read: 0,
  incomplete: 0,
  uncovered: 0,
  expected: 0,
  received: 0,
  missed: 0,
};

const fine: SourceFigures = {
  lastDay: { ...none, received: 10 },
  all: { ...none, received: 10 },
  refused: [],
  lastReceivedAt: at(0),
  targets: { ...noTargets, all: 3, read: 3 },
  latestRound: { at: at(0), target: 'https://x', complete: true },
  gaps: { open: 0, silent: 0 },
};

const DAY = 24 * 60 * 60_000;

const computeState = (
  more: Partial<SourceFigures>,
  minutes = 1,
  collects = true,
  askedWith?: string,
) => {
  const { state, reason } = sourceState({
    kinds: { receives: true, collects, ...(askedWith && { askedWith }) },
    figures: { ...fine, ...more },
    quietAfter: 7 * DAY,
    now: at(minutes),
  });
  return `${state}: ${inEnglish.sentence(reason)}`;
};

const silent = { open: 1, silent: 1, silentSince: at(0) };
const refused = {
  targets: { ...noTargets, all: 3, read: 2, incomplete: 2, uncovered: 2 },
  latestRound: {
    at: at(0),
    target: 'https://x',
    complete: false,
    problem: 'It answered 403',
  },
};

it.each<[string, string, Partial<SourceFigures>]>([
  [
    'nothing is wrong',
    'healthy: All documents were read, and there are no open gaps.',
    {},
  ],
  [
    'nothing ever came',
    'never-heard: Nothing has been received from this source yet. Check that the CI system sends its webhooks here, or that its credentials are valid.',
    { lastReceivedAt: undefined, latestRound: undefined },
  ],
  [
    'nothing ever came though it was to be asked',
    'silent: 1 target has not been read completely since 2026-03-01 00:00 UTC.',
    { lastReceivedAt: undefined, latestRound: undefined, gaps: silent },
  ],
  [
    'most of what was read is rejected',
    'failing: 3 of 9 documents received in the last day could not be read.',
    { lastDay: { received: 9, rejected: 3, partial: 0, waiting: 4 } },
  ],
  [
    'no target can be read',
    'failing: The collector read 2 targets, none of them completely. The last problem was: It answered 403.',
    refused,
  ],
  [
    'some are silent',
    'silent: 1 target has not been read completely since 2026-03-01 00:00 UTC.',
    { gaps: silent },
  ],
  [
    'none of what happened was told',
    'silent: The collector found 50 events, none of which the source delivered. Check that its webhook still exists and uses the right secret.',
    { targets: { ...noTargets, all: 3, read: 3, expected: 50, missed: 50 } },
  ],
  [
    'some of what happened was told',
    'healthy: All documents were read, and there are no open gaps.',
    {
      targets: {
        ...noTargets,
        all: 3,
        read: 3,
        expected: 50,
        received: 1,
        missed: 49,
      },
    },
  ],
  [
    'gaps remain',
    'incomplete: There are 2 gaps in which evidence may be missing. The tab Gaps shows what closes them.',
    { gaps: { open: 2, silent: 0 } },
  ],
  [
    'a target could not be read',
    'incomplete: 1 of 3 targets could not be read completely in the last round.',
    { targets: { ...noTargets, all: 3, read: 3, incomplete: 1 } },
  ],
  [
    'each target is refused a setting',
    'incomplete: 3 of 3 targets could not be read completely in the last round.',
    { targets: { ...noTargets, all: 3, read: 3, incomplete: 3 } },
  ],
  [
    'a document could be read in part',
    'incomplete: 1 document received in the last day was read only in part or not at all.',
    { lastDay: { received: 9, rejected: 0, partial: 1, waiting: 0 } },
  ],
])('when %s it is said so', (_, sentence, figures) => {
  expect(computeState(figures)).toBe(sentence);
});

it.each([
  [
    undefined,
    'There are 2 gaps in which evidence may be missing. The source only pushes, so a gap affects a control until the gap is older than the time window of that control.',
  ],
  [
    'credentials',
    'There are 2 gaps in which evidence may be missing. To close them, configure credentials.',
  ],
])('gaps of a source that is not asked (%s)', (askedWith, sentence) => {
  const gaps = { open: 2, silent: 0 };
  expect(computeState({ gaps }, 1, false, askedWith)).toBe(
    `incomplete: ${sentence}`,
  );
});

it('one that nobody can push for is not deaf', () => {
  const { state } = sourceState({
    kinds: { receives: false, collects: true },
    figures: {
      ...fine,
      targets: { ...noTargets, all: 3, read: 3, expected: 50, missed: 50 },
    },
    quietAfter: 7 * DAY,
    now: at(1),
  });
  expect(state).toBe('healthy');
});

it('one that only pushes and told nothing for long is silent', () => {
  const week = 7 * 24 * 60;
  expect(computeState({}, week, false)).toMatch(/^healthy/);
  expect(computeState({}, week + 1, false)).toBe(
    'silent: Nothing has been received since 2026-03-01 00:00 UTC. Check that the webhook still exists.',
  );
  expect(computeState({}, week + 1, true)).toMatch(/^healthy/);
});

describe('a source that is off', () => {
  const offState = (isMisconfigured: boolean, more: Partial<SourceFigures>) => {
    const off = { isMisconfigured, reason: 'CI is off: no secret.' };
    const { state, reason } = sourceState({
      kinds: { receives: false, collects: false, off },
      figures: { ...fine, ...more },
      quietAfter: 7 * DAY,
      now: at(1),
    });
    return `${state}: ${inEnglish.sentence(reason)}`;
  };
  const neverOn = { lastReceivedAt: undefined, latestRound: undefined };

  it('says why, and whether it is misconfigured', () => {
    expect(offState(false, neverOn)).toBe('off: CI is off: no secret.');
    expect(offState(true, neverOn)).toBe(
      'misconfigured: CI is off: no secret.',
    );
  });

  it('says that it reported before', () => {
    expect(offState(false, {})).toBe(
      'off: CI is off: no secret. The source delivered evidence before. Events since it was turned off are not known.',
    );
  });
});
