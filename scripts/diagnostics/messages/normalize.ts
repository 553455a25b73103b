import type { Messages } from '../message.js';

export const normalizeMessages = {
} as const satisfies Messages;
