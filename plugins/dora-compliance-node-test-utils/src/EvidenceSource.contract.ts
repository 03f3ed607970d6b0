import {
  type Instant,
  parseStatement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Delivery,
  EvidenceSource,
  SourceGives,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { mutated } from './mutations';

/** Odd payloads tried, each from a seed of its own. */
const FUZZ_RUNS = 1000;

const START_OF_2026 = '2026-01-01T00:00:00.000Z' as Instant;

/**
 * What the contract needs to know of a source.
 *
 * @public
 */
export type EvidenceSourceSamples = {
  create: () => EvidenceSource;
  /** Real deliveries, without proof of their sender. */
  deliveries: readonly Delivery[];
  /** What its module declares. */
  gives: SourceGives;
  /**
   * Deliveries that show all of what it declares together; default: those above.
   * None if they are not meant to.
   */
  examples?: readonly Delivery[];
  /** Adds the proof, with each of the secrets the source was set up with. */
  signs: readonly ((delivery: Delivery) => Delivery)[];
  /** Adds a proof made with a secret that nobody gave the source. */
  forge: (delivery: Delivery) => Delivery;
  /**
   * Whether the proof covers the body (a signature) or only shows who sends it
   * (a token, a password).
   */
  proves: 'body' | 'sender';
  /** When the deliveries arrive; default: at the beginning of 2026. */
  receivedAt?: Instant;
};

/**
 * What holds for every `EvidenceSource`. Call it in a test file.
 *
 * @public
 */
export function evidenceSourceContract(
  name: string,
  {
    create,
    deliveries,
    gives,
    examples = deliveries,
    signs,
    forge,
    proves,
    receivedAt = START_OF_2026,
  }: EvidenceSourceSamples,
): void {
  describe(`${name} keeps the contract of EvidenceSource`, () => {
    const source = create();
    const [first] = deliveries as [Delivery];
    const authenticateDelivery = (delivery: Delivery) =>
      source.authenticate(delivery, receivedAt);

    it('accepts what any of its secrets signed', () => {
      expect(signs.length).toBeGreaterThan(1);
      signs.forEach(sign =>
        expect(authenticateDelivery(sign(first)).outcome).toBe('accepted'),
      );
    });

    it('tells how the sender was proven', () => {
      const proofs =
        proves === 'body' ? ['signed-body', 'signed-delivery'] : ['secret'];
      signs.forEach(sign => {
        const outcome = authenticateDelivery(sign(first));
        expect(proofs).toContain(
          outcome.outcome === 'accepted' && outcome.proof,
        );
      });
    });

    it('refuses a delivery without proof', () => {
      expect(authenticateDelivery(first)).toEqual({
        outcome: 'refused',
        code: expect.stringMatching(/^(signature|token|password)-missing$/),
      });
    });

    it('refuses a forged proof', () => {
      expect(authenticateDelivery(forge(first))).toEqual({
        outcome: 'refused',
        code: expect.stringMatching(/^(signature|token|password)-invalid$/),
      });
    });

    if (proves === 'body') {
      it('refuses the proof of another body', () => {
        signs.forEach(sign => {
          const body = Uint8Array.from(first.body);
          body[body.length - 1] = 32;
          const { headers } = sign(first);
          expect(authenticateDelivery({ headers, body })).toEqual({
            outcome: 'refused',
            code: expect.stringMatching(/^(signature|token|password)-invalid$/),
          });
        });
      });
    }

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
        for (const { digest, uri } of statement.subjects) {
          expect(digest ?? uri).toMatch(/^[a-z][a-z0-9+.-]*:./i);
        }
      }
    });

    const listTypes = (given: readonly Delivery[]) =>
      [
        ...new Set(
          given.flatMap(delivery => {
            const answer = source.normalise(delivery);
            return answer.outcome === 'normalised'
              ? answer.statements.map(({ type }) => type)
              : [];
          }),
        ),
      ].sort();

    it('gives no type of evidence that its module does not declare', () => {
      expect([...gives.delivered]).toEqual(
        expect.arrayContaining(listTypes(deliveries)),
      );
    });

    if (examples.length > 0) {
      it('gives each type of evidence that its module declares', () => {
        expect(listTypes(examples)).toEqual([...gives.delivered].sort());
      });
    }

    it('keeps its head when fields are missing or odd', () => {
      let rejected = 0;
      for (let seed = 0; seed < FUZZ_RUNS; seed += 1) {
        const { headers, body } = deliveries[
          seed % deliveries.length
        ] as Delivery;
        const odd = { headers, body: mutated(body, seed) };
        const answer = source.normalise(odd);
        const said =
          answer.outcome === 'rejected'
            ? answer.reason
            : answer.statements.map(parseStatement);
        expect(said).toBeTruthy();
        rejected += answer.outcome === 'rejected' ? 1 : 0;
      }
      expect(rejected).toBeGreaterThan(0);
      expect(rejected).toBeLessThan(FUZZ_RUNS);
      expect(Object.prototype).not.toHaveProperty('login');
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
