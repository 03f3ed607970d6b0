import { read } from '../__testUtils__/readEvent';

describe('an incident', () => {
  it('is the same from detection to resolution', () => {
    const about = {
      kind: 'incident',
      uri: 'urn:cdevents:%2Fmonitoring%2Feu:inc-8',
    };
    for (const file of ['detected', 'reported', 'resolved']) {
      expect(read(`incident.${file}`)?.subjects[0]).toEqual(about);
    }
    expect(read('incident.reported')).toMatchObject({
      type: 'incident-detected',
      predicate: {
        incident: {
          id: 'inc-8',
          url: 'https://tickets.bank.example/8',
          service: 'ledger',
          title: 'Transfers take more than 2 s',
          environment: { name: 'eu-live', production: false },
        },
      },
    });
    expect(read('incident.resolved')?.type).toBe('incident-resolved');
  });
});
