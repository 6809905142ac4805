package org.stegos;

import org.stegos.api.Cursor;
import org.stegos.api.Event;

/**
 * One step of a stream.
 *
 * @param cursor store it once you have dealt with the item, and go on after it with {@link EventsOptions#from(Cursor)}
 * @param event what happened
 */
public record Item(Cursor cursor, Event event) {}
