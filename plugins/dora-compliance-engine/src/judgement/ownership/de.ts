import { count, number } from '../../explain/de/words';
import type { WordsFor } from '../../registry/Judgement';
import type { OwnershipReasons } from './reasons';

const members = { one: 'Mitglied', other: 'Mitglieder' };

export const de: WordsFor<OwnershipReasons> = {
  checks: {
    'owner-can-act':
      'Ist der Eigentümer eine Person oder eine Gruppe, in der jemand zur Rechenschaft gezogen werden kann?',
    'owner-exists': 'Gibt es den Eigentümer?',
    'owner-named': 'Ist ein Eigentümer benannt?',
  },
  reasons: {
    'accountable-person-unknown': ({ ownerRef, user }) =>
      `Der Eigentümer ${ownerRef} benennt ${user} als rechenschaftspflichtig; diesen Benutzer gibt es im Katalog nicht.`,
    'owner-accountable': ({ ownerRef, user }) =>
      `Der Eigentümer ${ownerRef} benennt ${user} als rechenschaftspflichtig.`,
    'owner-can-act': ({ ownerRef, count: n }) =>
      `Der Eigentümer ${ownerRef} hat ${count(n, members)}.`,
    'owner-exists': ({ ownerRef }) =>
      `Den Eigentümer ${ownerRef} gibt es im Katalog.`,
    'owner-missing': () =>
      'Der Katalog benennt keinen Eigentümer für das IKT-Asset.',
    'owner-named': ({ ownerRef }) =>
      `Der Katalog benennt ${ownerRef} als Eigentümer.`,
    'owner-is-person': ({ ownerRef }) =>
      `Der Eigentümer ${ownerRef} ist eine Person.`,
    'owner-not-a-group': ({ ownerRef }) =>
      `Der Eigentümer ${ownerRef} ist weder eine Gruppe noch ein Benutzer.`,
    'owner-too-few-members': ({ ownerRef, count: n, needed }) =>
      `Der Eigentümer ${ownerRef} hat ${count(n, members)}. Mindestens ${number(
        needed,
      )} sind erforderlich.`,
    'owner-too-many-members': ({ ownerRef, count: n, most }) =>
      `Der Eigentümer ${ownerRef} hat ${count(
        n,
        members,
      )} und benennt niemanden als rechenschaftspflichtig. Das ist für Gruppen mit mehr als ${number(
        most,
      )} Mitgliedern erforderlich.`,
    'owner-unresolved': ({ ownerRef }) =>
      `Den Eigentümer ${ownerRef} gibt es im Katalog nicht.`,
  },
  advice: {
    'accountable-person-unknown':
      'In der Annotation dora-compliance.io/accountable der Gruppe einen Benutzer nennen, den es im Katalog gibt.',
    'owner-missing':
      'Den Eigentümer des IKT-Assets in spec.owner seiner Katalogdatei nennen.',
    'owner-not-a-group':
      'In spec.owner der Katalogdatei des IKT-Assets eine Gruppe oder einen Benutzer eintragen.',
    'owner-too-few-members':
      'Der Gruppe Mitglieder hinzufügen oder in ihrer Annotation dora-compliance.io/accountable den rechenschaftspflichtigen Benutzer nennen.',
    'owner-too-many-members':
      'In der Annotation dora-compliance.io/accountable der Gruppe den rechenschaftspflichtigen Benutzer nennen.',
    'owner-unresolved':
      'In spec.owner der Katalogdatei des IKT-Assets eine Gruppe oder einen Benutzer eintragen, den es im Katalog gibt.',
  },
};
