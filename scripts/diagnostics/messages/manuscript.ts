import type { Messages } from '../message.js';

export const manuscriptMessages = {} as const satisfies Messages;
