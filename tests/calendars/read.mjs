// What ical.js (the reader in Thunderbird and Nextcloud) makes of calendar files, as JSON: a list, one a file.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

// A day is a day, wherever this machine stands; a time is a point in time.
const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());

function read(path) {
  ICAL.TimezoneService.reset(); // each file has to bring its own time zone
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const alarms = component.getAllSubcomponents("valarm");
    return {
      uid: event.uid,
      summary: event.summary,
      location: event.location,
      sequence: event.sequence,
      status: component.getFirstPropertyValue("status"),
      start: moment(event.startDate),
      end: moment(event.endDate),
      organizer: event.organizer,
      attendees: event.attendees.map((attendee) => attendee.getFirstValue()),
      alarms: alarms.map((alarm) => alarm.getFirstPropertyValue("trigger").toString()),
    };
  });
  return {
    method: calendar.getFirstPropertyValue("method"),
    name: calendar.getFirstPropertyValue("x-wr-calname"),
    refresh: calendar.getFirstPropertyValue("refresh-interval")?.toString() ?? null,
    events,
  };
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));
