import { parseStatement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Delivery, EvidenceSource } from '../source/EvidenceSource';

/**
 * What the contract needs to know of a source.
 *
 * @public
 */
export type EvidenceSourceSamples = {
  create: () => EvidenceSource;
  /** Real deliveries, without proof of their sender. */
  deliveries: readonly Delivery[];
  /** Adds the proof, with each of the secrets the source was set up with. */
  signs: readonly ((delivery: Delivery) => Delivery)[];
};

/**
 * What holds for every `EvidenceSource`. Call it in a test file.
 *
 * @public
 */
export function evidenceSourceContract(
  name: string,
  { create, deliveries, signs }: EvidenceSourceSamples,
): void {
  describe(`${name} keeps the contract of EvidenceSource`, () => {
    const source = create();
    const [first] = deliveries as [Delivery];
    const outcomeOf = (delivery: Delivery) => source.authenticate(delivery);

    it('accepts what any of its secrets signed', () => {
      expect(signs.length).toBeGreaterThan(1);
      signs.forEach(sign =>
        expect(outcomeOf(sign(first)).outcome).toBe('accepted'),
      );
    });

    it('refuses a delivery without proof', () => {
      expect(outcomeOf(first)).toEqual({
        outcome: 'refused',
        code: 'signature-missing',
      });
    });

    it('refuses the proof of another body', () => {
      signs.forEach(sign => {
        const body = Uint8Array.from(first.body);
        body[body.length - 1] = 32;
        const { headers } = sign(first);
        expect(outcomeOf({ headers, body })).toEqual({
          outcome: 'refused',
          code: 'signature-invalid',
        });
      });
    });

    it('gives the same answer every time and leaves its input alone', () => {
      for (const delivery of deliveries) {
        const before = Uint8Array.from(delivery.body);
        const answer = source.normalise(delivery);
        expect(create().normalise(delivery)).toEqual(answer);
        expect(Uint8Array.from(delivery.body)).toEqual(before);
      }
    });

    it('makes statements of the vocabulary in its own name', () => {
      const statements = deliveries.flatMap(delivery => {
        const answer = source.normalise(delivery);
        return answer.outcome === 'normalised' ? answer.statements : [];
      });
      expect(statements).not.toHaveLength(0);
      for (const statement of statements) {
        expect(parseStatement(statement)).toEqual(statement);
        expect(statement.sourceId).toBe(source.id);
      }
    });

    it.each([
      ['nothing', new Uint8Array()],
      ['no UTF-8', Uint8Array.of(0xff, 0xfe)],
      ['null', new TextEncoder().encode('null')],
      ['a list', new TextEncoder().encode('[1]')],
      ['deep nesting', new TextEncoder().encode('['.repeat(100_000))],
    ])('rejects %s with a reason, or finds nothing in it', (_, body) => {
      for (const { headers } of deliveries) {
        const answer = source.normalise({ headers, body });
        expect(
          answer.outcome === 'rejected' ? answer.reason : answer.statements,
        ).toBeTruthy();
      }
    });

    it('rejects every delivery that was cut short', () => {
      for (const { headers, body } of deliveries) {
        const cut = body.slice(0, body.length / 2);
        expect(source.normalise({ headers, body: cut }).outcome).toBe(
          'rejected',
        );
      }
    });
  });
}
