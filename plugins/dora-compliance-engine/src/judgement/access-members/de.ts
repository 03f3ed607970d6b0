import { count, form, number } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { MemberReasons } from './reasons';

const accounts = { one: 'Konto', other: 'Konten' };

export const de: WordsFor<MemberReasons> = {
  checks: {
    'access-accounts-known':
      'Gehört jedes Konto mit Schreibzugriff einem Benutzer des Katalogs?',
  },
  reasons: {
    'access-account-ambiguous': ({ repository, account, users }) =>
      `Mehrere Benutzer des Katalogs haben das Konto ${account}, das in ${repository} schreiben darf: ${users}.`,
    'access-accounts-known': ({ repository, count: n }) =>
      `Schreibzugriff auf ${repository}: ${count(
        n,
        accounts,
      )} von Personen. Jedes gehört einem Benutzer des Katalogs.`,
    'access-accounts-not-linked': ({ repository, count: n, systems }) =>
      `Schreibzugriff auf ${repository}: ${count(
        n,
        accounts,
      )}. Der Katalog ordnet jedoch keine Konten von ${systems} Benutzern zu.`,
    'access-accounts-of-nobody': ({ repository, count: n, accounts: names }) =>
      `Kein Benutzer des Katalogs hat ${form(n, {
        one: 'dieses Konto',
        other: `diese ${number(n)} Konten`,
      })} mit Schreibzugriff auf ${repository}: ${names}.`,
  },
  advice: {
    'access-account-ambiguous':
      'Das Konto in der Annotation dora-compliance.io/accounts nur eines Benutzers nennen.',
    'access-accounts-not-linked':
      'Die Konten der Benutzer in der Annotation dora-compliance.io/accounts ihrer Katalogeinträge nennen.',
    'access-accounts-of-nobody':
      'Ausgeschiedenen Personen den Zugriff entziehen. Konten anderer in der Annotation dora-compliance.io/accounts ihrer Benutzer nennen, Konten von Maschinen in dora-compliance.io/bots.',
  },
};
