// curl_easy_setopt and curl_easy_getinfo take any number of arguments, which Swift does not import: here they are, by the
// kind of their argument.
#ifndef UNDERLAG_CURL_H
#define UNDERLAG_CURL_H
#include <curl/curl.h>

static inline CURLcode curl_set_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}
static inline CURLcode curl_set_number(CURL *handle, CURLoption option, long number) {
    return curl_easy_setopt(handle, option, number);
}
static inline CURLcode curl_set_size(CURL *handle, CURLoption option, curl_off_t size) {
    return curl_easy_setopt(handle, option, size);
}
// The list must live until the transfer has ended.
static inline CURLcode curl_set_list(CURL *handle, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(handle, option, list);
}
// What is sent is asked for of `read`, again from where `seek` says.
static inline CURLcode curl_set_source(CURL *handle, curl_read_callback read, curl_seek_callback seek, void *context) {
    curl_easy_setopt(handle, CURLOPT_SEEKFUNCTION, seek);
    curl_easy_setopt(handle, CURLOPT_SEEKDATA, context);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, read);
    return curl_easy_setopt(handle, CURLOPT_READDATA, context);
}
// `lines` is given each line of the server's reply, and `body` what follows.
static inline CURLcode curl_set_sink(CURL *handle, curl_write_callback lines, curl_write_callback body, void *context) {
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, lines);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
    return curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
}
// `notes` is told of every command sent and every line received.
static inline CURLcode curl_set_notes(CURL *handle, curl_debug_callback notes, void *context) {
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, context);
    return curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, notes);
}
// `progress` is called several times a second; the transfer ends when it does not return 0.
static inline CURLcode curl_set_progress(CURL *handle, curl_xferinfo_callback progress, void *context) {
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context);
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, progress);
}
// The status of the last reply, 0 without one.
static inline long curl_reply_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}
#endif
