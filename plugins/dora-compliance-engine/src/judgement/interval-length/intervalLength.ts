import {
  addDuration,
  Duration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { justAfter } from '../calendarDays';
import { countDays } from '../../population/countDays';
import type { Judgement } from '../../registry/Judgement';
import { de } from './de';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

const DAY = 24 * 60 * 60 * 1000;

/**
 * `interval.length` in assertions: whether an interval is at most as long as the
 * parameter `longestInterval` of the control allows.
 */
export const intervalLength: Judgement = {
  name: 'interval.length',
  member: 'interval',
  needs: { evidence: [] },
  remedies,
  words: { en, de },
  judge({ describes, evidence, value }, { parameters }) {
    const { from, to } = describes.period!;
    const longest = Duration.parse(parameters.longestInterval);
    const due = addDuration(from, longest);
    const passed = to <= due;
    const isOpen = (value as { open: boolean }).open;
    return [
      {
        check: 'interval-short-enough',
        passed,
        cause: reason(passed ? 'interval-short-enough' : 'interval-too-long', {
          from,
          to,
          days: Math.floor((Date.parse(to) - Date.parse(from)) / DAY),
          allowed: countDays(longest),
        }),
        evidence: evidence.map(({ id }) => id),
        ...(isOpen && passed && { changesAt: justAfter(due) }),
      },
    ];
  },
};
