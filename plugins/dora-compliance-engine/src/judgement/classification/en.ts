import { level } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { ClassificationReasons } from './reasons';

const classify =
  'Declare spec.dora.classification.criticality in the catalog file of the asset.';

const review =
  'Read the record of the asset, correct it, and confirm it by a review.';

export const en: WordsFor<ClassificationReasons> = {
  checks: {
    classified: 'Is the asset classified?',
    'classified-high-enough':
      'Is the asset classified as high as what uses it?',
    'reviewed-in-time': 'Was the record reviewed in the last twelve months?',
    'reviewed-since-lowered':
      'Was the record reviewed since its classification was lowered?',
    'reviewed-since-major-change':
      'Was the record reviewed since the last major change?',
  },
  reasons: {
    classified: ({ declared }) => `The asset is declared "${level(declared)}".`,
    'classified-high-enough': ({ computed }) =>
      `Nothing that uses the asset is more critical than "${level(computed)}".`,
    'classified-too-low': ({ declared, computed, because }) =>
      `The asset is declared "${level(
        declared,
      )}", but something that uses it is "${level(computed)}"${through(
        because,
      )}.`,
    'computed-not-classified': ({ computed, because }) =>
      `No classification is declared, but something that uses the asset is "${level(
        computed,
      )}"${through(because)}.`,
    'not-classified': () => 'No classification is declared for the asset.',
    'nothing-classified-above': () =>
      'Nothing that uses the asset is classified.',
    'lowered-not-reviewed': ({ from, declared, lowered, reviewed }) =>
      `The classification was lowered from "${level(from)}" to "${level(
        declared,
      )}" on ${lowered}, ${
        reviewed
          ? `after the last review on ${reviewed}`
          : 'and no review is known'
      }.`,
    'major-change-not-reviewed': ({ changed, reviewed }) =>
      reviewed
        ? `The last review was on ${reviewed}, before the major change of ${changed}.`
        : `No review followed the major change of ${changed}.`,
    'major-change-to-review': ({ changed }) =>
      `The major change of ${changed} requires a review by the end of that day.`,
    'never-reviewed': () => 'No review of the record is known.',
    'no-major-change': () => 'No major change is declared.',
    'review-ahead': ({ on }) =>
      `The only known review is dated ${on}, which is in the future.`,
    'review-overdue': ({ reviewed, due }) =>
      `The last review was on ${reviewed}. The next one was due by ${due}.`,
    'reviewed-in-time': ({ reviewed, due, by, record }) =>
      `The record was reviewed on ${reviewed}${
        by ? ` by ${by}` : ''
      }. The next review is due by ${due}.${
        record ? ' The record has changed since the last review.' : ''
      }`,
    'reviewed-since-lowered': ({ lowered, reviewed }) =>
      `The record was reviewed on ${reviewed}, after its classification was lowered on ${lowered}.`,
    'reviewed-since-major-change': ({ changed, reviewed }) =>
      `The record was reviewed on ${reviewed}, on or after the day of the major change (${changed}).`,
  },
  advice: {
    'classified-too-low':
      'Declare spec.dora.classification.criticality at least as high as that of what uses the asset.',
    'computed-not-classified': classify,
    'not-classified': classify,
    'lowered-not-reviewed':
      'Review the record to confirm the lower classification. If it is wrong, declare the earlier one again.',
    'major-change-not-reviewed': review,
    'never-reviewed': review,
    'review-ahead': review,
    'review-overdue': review,
  },
};

/** The path that a criticality comes from, if the reader may see it. */
function through(because: string | undefined): string {
  return because ? ` (${because})` : '';
}
