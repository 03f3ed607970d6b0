import {
  explainRule,
  RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { record } from '../../explain/de/record';
import { rules } from '../../explain/de/rules';
import { all, form, number } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { AssetRecordReasons } from './reasons';

export const de: WordsFor<AssetRecordReasons> = {
  checks: {
    'pipelines-inventoried':
      'Sind die Pipelines seiner Repositorys im Inventar?',
    'record-complete': 'Enthält der Datensatz alle neun Felder?',
    'record-usable': 'Sind alle Werte des Datensatzes verwendbar?',
  },
  reasons: {
    'pipelines-inventoried': ({ days }) =>
      `Alle Pipelines, die in den Repositorys des IKT-Assets in den letzten ${number(
        days,
      )} Tagen bekanntermaßen gelaufen sind, stehen im Inventar.`,
    'pipelines-not-inventoried': ({ names, count: n, days }) => {
      const shown = names.split('\n');
      const more =
        n > shown.length ? [`${number(n - shown.length)} weitere`] : [];
      return `In den Repositorys des IKT-Assets ${form(n, {
        one: 'ist',
        other: 'sind',
      })} in den letzten ${number(days)} Tagen ${form(n, {
        one: '1 Pipeline gelaufen, die nicht im Inventar steht',
        other: `${number(n)} Pipelines gelaufen, die nicht im Inventar stehen`,
      })}: ${all([
        ...shown,
        ...more,
      ])}. Sie ermitteln lassen oder für jede eine Resource vom Typ ci-pipeline anlegen.`;
    },
    'record-complete': () => 'Der Datensatz enthält alle neun Felder.',
    'record-incomplete': ({ fields }) =>
      `Im Datensatz fehlt: ${all(fields.split(',').map(toFieldTitle))}.`,
    'record-unusable': params => {
      const { field, value, rule, more } = params;
      const phrase = explainRule({ rule, params }, rules);
      const others =
        more > 0
          ? form(more, {
              one: ' 1 weiterer Wert ist nicht verwendbar.',
              other: ` ${number(more)} weitere Werte sind nicht verwendbar.`,
            })
          : '';
      return `${field} ist ${value}; der Wert ${phrase}.${others}`;
    },
    'record-usable': () => 'Alle Werte des Datensatzes sind verwendbar.',
  },
  advice: {
    'pipelines-not-inventoried':
      'Die Pipelines vom Katalogmodul ermitteln lassen oder für jede eine Resource vom Typ ci-pipeline anlegen.',
    'record-incomplete':
      'Die fehlenden Felder in spec.dora der Katalogdatei angeben.',
    'record-unusable': 'Den Wert in der Katalogdatei korrigieren.',
  },
};

function toFieldTitle(name: string): string {
  const field = RecordField.safeParse(name);
  return field.success ? record.fields[field.data].title : name;
}
