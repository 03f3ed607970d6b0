import {
  createReasons,
  type Judgement,
  type WordsFor,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

type WindowReasons = {
  'bank-in-window': { at: string };
  'bank-outside-window': { at: string; from: number; to: number };
};

const reason = createReasons<WindowReasons>();

const en: WordsFor<WindowReasons> = {
  checks: { 'bank-in-window': 'Was it in the change window?' },
  reasons: {
    'bank-in-window': ({ at }) => `Deployed at ${at}, in the change window.`,
    'bank-outside-window': ({ at, from, to }) =>
      `Deployed at ${at}, outside the change window: Monday to Thursday, ${from}:00 to ${to}:00 UTC.`,
  },
  advice: {
    'bank-outside-window':
      'Nothing changes the time of a deployment. Deploy in the change window.',
  },
};

const FRIDAY = 5;

/** `release.window` in assertions: whether a deployment is in the change window. */
export const changeWindow: Judgement = {
  name: 'release.window',
  member: 'service-deployed',
  needs: { evidence: [] },
  remedies: {
    'bank-outside-window': {
      who: ['asset-owner', 'risk-function'],
      isPast: true,
    },
  },
  words: { en },
  judge({ describes: { at }, evidence }, { parameters }) {
    const [from, to] = [parameters.firstHour, parameters.lastHour].map(Number);
    const time = new Date(at);
    const [day, hour] = [time.getUTCDay(), time.getUTCHours()];
    const isWithin = day > 0 && day < FRIDAY && hour >= from! && hour < to!;
    return [
      {
        check: 'bank-in-window',
        passed: isWithin,
        cause: isWithin
          ? reason('bank-in-window', { at })
          : reason('bank-outside-window', { at, from: from!, to: to! }),
        evidence: evidence.map(({ id }) => id),
      },
    ];
  },
};
