import type { Messages } from '../message.js';

export const printMessages = {
} as const satisfies Messages;
