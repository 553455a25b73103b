import type { Messages } from '../message.js';

export const commandMessages = {
} as const satisfies Messages;
