import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  backfillStage,
  type BackfillStage,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { PartContext } from '../GithubPart';
import { Inquiry } from '../Inquiry';
import { historyStages } from '.';
import { githubDefaults } from '../../githubDefaults';

/** The stages of a backfill. Each step reads the repository again. */
export function githubBackfillStages(
  ask: () => Promise<PartContext | Inquiry>,
): BackfillStage[] {
  return historyStages.map(stage =>
    backfillStage({
      name: stage.part,
      place: stage.place,
      async read(place, { since, until }) {
        const asking = await ask();
        if (asking instanceof Inquiry) {
          return { readings: [], read: 0, required: [asking.reading()] };
        }
        const span = {
          since: wholeSecond(since),
          until,
          perPage: githubDefaults.backfillPageSize,
        };
        const { inquiries, read, next } = await stage.step(
          asking,
          place ?? stage.start(asking, span),
          span,
        );
        return {
          readings: inquiries.map(one => one.reading()),
          read,
          next,
          required: [asking.inquiry, ...inquiries]
            .filter(one => one.isBroken)
            .map(one => one.reading()),
        };
      },
    }),
  );
}

/** GitHub reports moments by the second. */
function wholeSecond(instant: Instant): Instant {
  return `${instant.slice(0, 19)}.000Z` as Instant;
}
