import { z } from 'zod';
import { Name, OptionalMoment, shortList, Text } from '../fields';

const Container = z.looseObject({ name: Name, image: Text.nullish() });

const State = z.looseObject({
  running: z.looseObject({ startedAt: OptionalMoment }).nullish(),
  terminated: z.looseObject({}).nullish(),
});

const ContainerStatus = z.looseObject({
  name: Name,
  image: Text.nullish(),
  imageID: Text.nullish(),
  state: State.nullish(),
  lastState: State.nullish(),
});

/** A pod, as far as it is read. Its status is what the cluster reports. */
export const Pod = z.looseObject({
  spec: z.looseObject({
    containers: shortList(Container).refine(
      list => list.length > 0,
      'is empty',
    ),
    initContainers: shortList(Container).nullish(),
    ephemeralContainers: shortList(Container).nullish(),
  }),
  status: z.looseObject({
    phase: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown']),
    containerStatuses: shortList(ContainerStatus).nullish(),
    initContainerStatuses: shortList(ContainerStatus).nullish(),
    ephemeralContainerStatuses: shortList(ContainerStatus).nullish(),
  }),
});

export type Pod = z.output<typeof Pod>;
export type Container = z.output<typeof Container>;
export type ContainerStatus = z.output<typeof ContainerStatus>;
