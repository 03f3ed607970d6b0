import {
  englishRules,
  explainRule,
  RecordField,
  recordFields,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { all, count, inSentence } from '../../explain/en/words';
import type { WordsFor } from '../../registry/Judgement';
import type { AssetRecordReasons } from './reasons';

export const en: WordsFor<AssetRecordReasons> = {
  checks: {
    'pipelines-inventoried':
      'Are the pipelines of its repositories in the inventory?',
    'record-complete': 'Does the record have all nine fields?',
    'record-usable': 'Can all values in the record be used?',
  },
  reasons: {
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
  },
  advice: {
    'pipelines-not-inventoried':
      'Have the catalog module discover the pipelines, or add a Resource of type ci-pipeline for each.',
    'record-incomplete':
      'Declare the missing fields in spec.dora of the catalog file.',
    'record-unusable': 'Correct the value in the catalog file.',
  },
};

function toFieldTitle(name: string): string {
  const field = RecordField.safeParse(name);
  return field.success ? inSentence(recordFields[field.data].title) : name;
}
