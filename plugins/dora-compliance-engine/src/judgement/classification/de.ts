import { day, level } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { ClassificationReasons } from './reasons';

const classify =
  'In der Katalogdatei des IKT-Assets spec.dora.classification.criticality angeben.';

const review =
  'Den Datensatz des IKT-Assets lesen, korrigieren und durch eine Überprüfung bestätigen.';

export const de: WordsFor<ClassificationReasons> = {
  checks: {
    classified: 'Ist das IKT-Asset klassifiziert?',
    'classified-high-enough':
      'Ist das IKT-Asset so hoch klassifiziert wie das, was es nutzt?',
    'reviewed-in-time':
      'Wurde der Datensatz in den letzten zwölf Monaten überprüft?',
    'reviewed-since-lowered':
      'Wurde der Datensatz überprüft, seit seine Klassifizierung herabgesetzt wurde?',
    'reviewed-since-major-change':
      'Wurde der Datensatz seit der letzten wesentlichen Änderung überprüft?',
  },
  reasons: {
    classified: ({ declared }) =>
      `Das IKT-Asset ist mit „${level(declared)}“ angegeben.`,
    'classified-high-enough': ({ computed }) =>
      `Nichts, was das IKT-Asset nutzt, ist kritischer als „${level(
        computed,
      )}“.`,
    'classified-too-low': ({ declared, computed, because }) =>
      `Das IKT-Asset ist mit „${level(
        declared,
      )}“ angegeben; etwas, das es nutzt, ist jedoch „${level(
        computed,
      )}“${through(because)}.`,
    'computed-not-classified': ({ computed, because }) =>
      `Es ist keine Klassifizierung angegeben; etwas, das das IKT-Asset nutzt, ist jedoch „${level(
        computed,
      )}“${through(because)}.`,
    'not-classified': () =>
      'Für das IKT-Asset ist keine Klassifizierung angegeben.',
    'nothing-classified-above': () =>
      'Nichts, was das IKT-Asset nutzt, ist klassifiziert.',
    'lowered-not-reviewed': ({ from, declared, lowered, reviewed }) =>
      `Die Klassifizierung wurde am ${day(lowered)} von „${level(
        from,
      )}“ auf „${level(declared)}“ herabgesetzt, ${
        reviewed
          ? `nach der letzten Überprüfung am ${day(reviewed)}`
          : 'und es ist keine Überprüfung bekannt'
      }.`,
    'major-change-not-reviewed': ({ changed, reviewed }) =>
      reviewed
        ? `Die letzte Überprüfung war am ${day(
            reviewed,
          )}, vor der wesentlichen Änderung vom ${day(changed)}.`
        : `Auf die wesentliche Änderung vom ${day(
            changed,
          )} folgte keine Überprüfung.`,
    'major-change-to-review': ({ changed }) =>
      `Die wesentliche Änderung vom ${day(
        changed,
      )} erfordert eine Überprüfung bis zum Ende dieses Tages.`,
    'never-reviewed': () => 'Es ist keine Überprüfung des Datensatzes bekannt.',
    'no-major-change': () => 'Es ist keine wesentliche Änderung angegeben.',
    'review-ahead': ({ on }) =>
      `Die einzige bekannte Überprüfung ist auf den ${day(
        on,
      )} datiert, der in der Zukunft liegt.`,
    'review-overdue': ({ reviewed, due }) =>
      `Die letzte Überprüfung war am ${day(
        reviewed,
      )}. Die nächste war bis zum ${day(due)} fällig.`,
    'reviewed-in-time': ({ reviewed, due, by, record }) =>
      `Der Datensatz wurde am ${day(reviewed)}${
        by ? ` von ${by}` : ''
      } überprüft. Die nächste Überprüfung ist bis zum ${day(due)} fällig.${
        record
          ? ' Seit der letzten Überprüfung hat sich der Datensatz geändert.'
          : ''
      }`,
    'reviewed-since-lowered': ({ lowered, reviewed }) =>
      `Der Datensatz wurde am ${day(
        reviewed,
      )} überprüft, nachdem seine Klassifizierung am ${day(
        lowered,
      )} herabgesetzt worden war.`,
    'reviewed-since-major-change': ({ changed, reviewed }) =>
      `Der Datensatz wurde am ${day(
        reviewed,
      )} überprüft, am Tag der wesentlichen Änderung (${day(
        changed,
      )}) oder danach.`,
  },
  advice: {
    'classified-too-low':
      'spec.dora.classification.criticality mindestens so hoch angeben wie bei dem, was das IKT-Asset nutzt.',
    'computed-not-classified': classify,
    'not-classified': classify,
    'lowered-not-reviewed':
      'Den Datensatz überprüfen, um die niedrigere Klassifizierung zu bestätigen. Ist sie falsch, wieder die frühere angeben.',
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
