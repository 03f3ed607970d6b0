import { z } from 'zod';
import { Name, OptionalMoment, Text } from '../fields';

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
    containers: z.array(Container).min(1),
    initContainers: z.array(Container).nullish(),
    ephemeralContainers: z.array(Container).nullish(),
  }),
  status: z.looseObject({
    phase: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown']),
    containerStatuses: z.array(ContainerStatus).nullish(),
    initContainerStatuses: z.array(ContainerStatus).nullish(),
    ephemeralContainerStatuses: z.array(ContainerStatus).nullish(),
  }),
});

export type Pod = z.output<typeof Pod>;
export type Container = z.output<typeof Container>;
export type ContainerStatus = z.output<typeof ContainerStatus>;
