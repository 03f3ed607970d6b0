import type {
  Evidence,
  Identity,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../testing/inEnglish';
import { inGerman } from '../testing/inGerman';
import { at, evidence, person } from '../testing/story';

const incident = { id: 'INC-7' };

function alerted(
  state: Predicate<'alert-changed'>['state'],
  changedBy?: Identity,
) {
  return evidence('alert-changed', at(10), {
    alert: { id: 'f1', name: 'HighErrorRate' },
    state,
    ...(changedBy && { changedBy }),
    changedAt: at(10),
  });
}

function acknowledged(acknowledgedBy?: Identity) {
  return evidence('incident-acknowledged', at(10), {
    incident,
    ...(acknowledgedBy && { acknowledgedBy }),
    acknowledgedAt: at(10),
  });
}

const classified = evidence('incident-classified', at(10), {
  incident,
  classification: 'P1',
  classifiedAt: at(10),
});

it.each<[Evidence, string, string]>([
  [
    alerted('firing'),
    'Alert HighErrorRate fired',
    'Alarm HighErrorRate ausgelöst',
  ],
  [
    alerted('resolved'),
    'Alert HighErrorRate resolved',
    'Alarm HighErrorRate aufgehoben',
  ],
  [
    alerted('acknowledged', person('marco')),
    'Alert HighErrorRate acknowledged by marco',
    'Alarm HighErrorRate von marco bestätigt',
  ],
  [acknowledged(), 'Incident INC-7 acknowledged', 'Vorfall INC-7 bestätigt'],
  [
    acknowledged(person('marco')),
    'Incident INC-7 acknowledged by marco',
    'Vorfall INC-7 von marco bestätigt',
  ],
  [
    classified,
    'Incident INC-7 classified as P1',
    'Vorfall INC-7 als P1 klassifiziert',
  ],
])('%#', (item, english, german) => {
  expect(inEnglish.evidence(item)).toBe(english);
  expect(inGerman.evidence(item)).toBe(german);
});
