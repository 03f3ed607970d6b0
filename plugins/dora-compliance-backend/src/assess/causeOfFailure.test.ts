import { causeOfFailure } from './causeOfFailure';

describe('causeOfFailure', () => {
  it('tells the kind and the place, never what was read', () => {
    const spoiled = 'anna@bank.example';
    let error: unknown;
    try {
      JSON.parse(spoiled);
    } catch (caught) {
      error = caught;
    }
    const cause = causeOfFailure(error);
    expect(cause.kind).toBe('SyntaxError');
    expect(cause.where).toContain('causeOfFailure.test');
    expect(JSON.stringify(cause)).not.toContain('anna');
  });

  it('tells code and constraint of a database, without the statement', () => {
    const error = Object.assign(new Error("insert into x values ('anna')"), {
      code: '23502',
      column: 'status',
      detail: 'Failing row contains (anna)',
    });
    const cause = causeOfFailure(error);
    expect(cause).toMatchObject({ code: '23502', column: 'status' });
    expect(JSON.stringify(cause)).not.toContain('anna');
  });

  it('has something to say of anything', () => {
    expect(causeOfFailure('anna')).toEqual({ kind: 'string' });
  });
});
