import type { RulePhrases } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createWords } from '../language/createWords';

const { all, either } = createWords('de');

/** The rules for declared values. */
export const rules: RulePhrases = {
  block: () => 'muss ein Block mit Feldern sein',
  country: () => 'muss ein Ländercode wie DE sein',
  day: () => 'muss ein Tag wie 2026-03-31 sein',
  'entity-reference': ({ example }) =>
    `muss eine Entitätsreferenz wie ${example} sein`,
  euid: () => 'muss eine EUID wie DEK1101R.HRB116737 sein',
  'function-id': () => 'muss F und eine Zahl sein, etwa F1',
  json: () => 'muss JSON sein',
  'known-field': ({ fields }) =>
    `ist kein bekanntes Feld; die Felder sind ${all(split(fields))}`,
  'known-keys': ({ keys }) => `darf ${either(split(keys))} nicht enthalten`,
  lei: () => 'muss ein LEI mit gültigen Prüfziffern sein',
  'one-of': ({ values }) => `muss ${either(split(values))} sein`,
  other: ({ message }) => `wird nicht akzeptiert: ${message}`,
  'pipeline-urn': () =>
    'muss urn:cicd:<host>:<project>:<definition> entsprechen',
  placeholder: () =>
    'muss einen aussagekräftigen Wert haben, keinen Platzhalter wie tbd oder n/a',
  'positive-duration': () =>
    'muss eine positive Dauer nach ISO 8601 wie P90D sein',
  reason: () =>
    'muss mit mindestens acht Buchstaben begründet sein, etwa „Eigenentwicklung“',
  'recovery-objective': () =>
    'muss eine Dauer nach ISO 8601 von höchstens einem Jahr wie PT2H sein',
  'repository-address': () =>
    'muss die Webadresse eines Repositorys sein, etwa https://github.com/org/name',
  'service-type': () => 'muss eine Dienstleistungsart von S01 bis S19 sein',
  'support-date': () =>
    'muss regularEnd, extendedEnd, customEnd oder notApplicable enthalten',
  type: ({ type }) => `muss vom Typ ${type} sein`,
  urn: () => 'muss eine URN wie urn:bank:asset:4711 sein',
};

function split(param: string): string[] {
  return param.split(',');
}
