import type { Messages } from '../message.js';

export const checkMessages = {
} as const satisfies Messages;
