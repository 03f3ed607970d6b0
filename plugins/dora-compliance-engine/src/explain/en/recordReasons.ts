import {
  englishRules,
  explainRule,
  RecordField,
  recordFields,
  type RecordReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { SentencesOf } from '../language/Sentences';
import { all, count, inSentence, level } from './words';
import { providerReasons } from './providerReasons';

const recordOnly = {
  // owner
  'accountable-person-unknown': ({ ownerRef, user }) =>
    `The owner ${ownerRef} names ${user} as accountable, who does not exist in the catalog.`,
  'owner-accountable': ({ ownerRef, user }) =>
    `The owner ${ownerRef} names ${user} as accountable.`,
  'owner-can-act': ({ ownerRef, count: n }) =>
    `The owner ${ownerRef} has ${count(n, 'member')}.`,
  'owner-exists': ({ ownerRef }) =>
    `The owner ${ownerRef} exists in the catalog.`,
  'owner-is-person': ({ ownerRef }) => `The owner ${ownerRef} is a person.`,
  'owner-missing': () => 'The catalog names no owner for the asset.',
  'owner-named': ({ ownerRef }) =>
    `The catalog names ${ownerRef} as the owner.`,
  'owner-not-a-group': ({ ownerRef }) =>
    `The owner ${ownerRef} is neither a group nor a user.`,
  'owner-too-few-members': ({ ownerRef, count: n, needed }) =>
    `The owner ${ownerRef} has ${count(
      n,
      'member',
    )}. At least ${needed} are required.`,
  'owner-too-many-members': ({ ownerRef, count: n, most }) =>
    `The owner ${ownerRef} has ${count(
      n,
      'member',
    )} and names nobody as accountable. That is required of groups with more than ${most} members.`,
  'owner-unresolved': ({ ownerRef }) =>
    `The owner ${ownerRef} does not exist in the catalog.`,
  // record
  'pipelines-inventoried': ({ days }) =>
    `All pipelines that are known to have run in the repositories of the asset in the last ${days} days are in the inventory.`,
  'pipelines-not-inventoried': ({ names, count: n, days }) => {
    const shown = names.split('\n');
    const more = n > shown.length ? [`${n - shown.length} more`] : [];
    return `${count(
      n,
      'pipeline',
    )} ran in the repositories of the asset in the last ${days} days and ${
      n === 1 ? 'is' : 'are'
    } not in the inventory: ${all([
      ...shown,
      ...more,
    ])}. Discover them, or add a Resource of type ci-pipeline for each.`;
  },
  'record-complete': () => 'The record has all nine fields.',
  'record-incomplete': ({ fields }) =>
    `The record lacks ${all(fields.split(',').map(toFieldTitle))}.`,
  'record-unusable': params => {
    const { field, value, rule, more } = params;
    const phrase = explainRule({ rule, params }, englishRules);
    const others =
      more > 0 ? ` ${count(more, 'more value')} can't be used.` : '';
    return `${field} is ${value}; it ${phrase}.${others}`;
  },
  'record-usable': () => 'All values in the record can be used.',
  // classification
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
  // review
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
} satisfies Partial<SentencesOf<RecordReasons>>;

export const recordReasons: SentencesOf<RecordReasons> = {
  ...recordOnly,
  ...providerReasons,
};

/** The path that a criticality comes from, if the reader may see it. */
function through(because: string | undefined): string {
  return because ? ` (${because})` : '';
}

function toFieldTitle(name: string): string {
  const field = RecordField.safeParse(name);
  return field.success ? inSentence(recordFields[field.data].title) : name;
}
